"""Commands that let pictures come over a line like one to China."""

from __future__ import annotations

from sourcing_desktop.sandbox.control.commands import Row
from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.line import Line, Quality
from sourcing_desktop.sandbox.urls import Urls


class LineCommands:
    """One line at a time, in front of the server at `port`. While open, URLs of pictures lead over it."""

    def __init__(self, urls: Urls, port: int) -> None:
        self._urls = urls
        self._port = port
        self._line: Line | None = None

    def rows(self) -> list[Row]:
        return [("POST", "/line", self._open), ("DELETE", "/line", self._end)]

    async def open(self, quality: Quality) -> int:
        """Send pictures over such a line from now on; the port it listens at."""
        line = Line(quality, self._port)
        await line.open()
        await self._change(line)
        return line.port

    async def close(self) -> None:
        """Pictures come directly again."""
        await self._change(None)

    async def _change(self, line: Line | None) -> None:
        before, self._line = self._line, line  # at once: others may change it while the last one closes
        self._urls.pictures_at(f"http://127.0.0.1:{line.port}" if line else None)
        if before is not None:
            await before.close()

    async def _open(self, fields: Fields) -> object:
        """`rtt_ms` (200), `mbit` (10), `loss_percent` (1), parts of each too."""
        usual = Quality()
        try:
            quality = Quality(
                rtt_ms=float(fields.text("rtt_ms", str(usual.rtt_ms))),
                mbit=float(fields.text("mbit", str(usual.mbit))),
                loss_percent=float(fields.text("loss_percent", str(usual.loss_percent))),
            )
        except ValueError as error:
            raise ValueError(f"no such line: {error}") from error
        return {"port": await self.open(quality)}

    async def _end(self, fields: Fields) -> object:
        """Pictures come directly again, and connections over the line are cut."""
        await self.close()
        return {}
