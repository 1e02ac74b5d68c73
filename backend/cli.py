"""The operator's commands over the backend."""

import typer

from backend.commands import admins, boxes, database, transfer


def mount(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(database.app, name="db")
    app.add_typer(boxes.inbox, name="inbox")
    app.add_typer(boxes.outbox, name="outbox")
    app.add_typer(admins.app, name="admin")
    app.command("import")(transfer.import_file)
    app.command("export")(transfer.export)
