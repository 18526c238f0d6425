"""A keyring that has one made-up key for every account, for programs that are started to be measured."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class OneKey(KeyringBackend):
    """Knows nothing else and keeps nothing."""

    priority = 1

    def get_password(self, service: str, username: str) -> str:
        return '{"access_key": "a", "secret": "b", "user_id": "c"}'

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError
