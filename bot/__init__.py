"""What people see in a chat, and nothing else."""
