"""Official checks of Iranian national ids, bank cards and IBANs. All take plain ASCII digits."""

_MULTIPLE = 97
_ID_LENGTH, _CARD_LENGTH, _IBAN_LENGTH = 10, 16, 24
_NINE = 9


def valid_national_id(digits: str) -> bool:
    """Tell whether ten digits are an Iranian national id (weighted sum modulo 11)."""
    if len(digits) != _ID_LENGTH or len(set(digits)) == 1:
        return False
    rest = sum(int(digit) * (10 - index) for index, digit in enumerate(digits[:9])) % 11
    return int(digits[9]) == (rest if rest in (0, 1) else 11 - rest)


def valid_card(digits: str) -> bool:
    """Tell whether sixteen digits pass Luhn's check."""
    if len(digits) != _CARD_LENGTH or digits[0] == "0":
        return False
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(value - _NINE if value > _NINE else value for value in doubled) % 10 == 0


def valid_iban(digits: str) -> bool:
    """Tell whether the 24 digits after IR leave 1 modulo 97 (ISO 13616)."""
    return len(digits) == _IBAN_LENGTH and int(digits[2:] + "1827" + digits[:2]) % _MULTIPLE == 1
