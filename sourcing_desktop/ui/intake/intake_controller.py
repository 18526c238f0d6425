"""From a list given anywhere to lines of the cart: one sheet at a time, and the way back afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import OfferDetail
from sourcing_desktop.language import tr, trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.dialogs import answer, pick_list

if TYPE_CHECKING:
    from sourcing_desktop.services.adding import Added
    from sourcing_desktop.services.basket import Basket
    from sourcing_desktop.services.intake.intake import Intake
    from sourcing_desktop.services.intake.plan import Goods
    from sourcing_desktop.ui.intake.intake_sheet import IntakeSheet

BEAT_MS = 250
"""Between two looks at what was looked up meanwhile."""

STOPPED = tr("Not looked up.")
READING, LOOKING = "read a list", "look up a list"


class IntakeController(QObject):
    """Lists come from the menu, and pasted or dropped on the cart page."""

    def __init__(
        self, page: CartPage, intake: Intake, basket: Basket, scope: TaskScope, undo: CartUndo
    ) -> None:
        super().__init__(page)
        self._page = page
        self._intake = intake
        self._basket = basket
        self._scope = scope
        self._undo = undo
        self._unfinished = ""
        self.open_list: OpenList | None = None
        """The one that is on the screen, if any."""
        page.list_given.connect(self.begin)

    def begin(self, given: str | Path = "") -> None:
        """Show what a list would do; without one, a place to paste it."""
        if self.open_list is not None:
            self.open_list.read(given)
        else:
            self._scope.start_once(lambda: self._show(given), name="list")

    async def _show(self, given: str | Path) -> None:
        from sourcing_desktop.ui.intake.intake_sheet import IntakeSheet

        sheet = IntakeSheet(self._page.theme, self._page.loader, self._page.window())
        self.open_list = open_list = OpenList(sheet, self._intake, self._basket, self._scope)
        sheet.text.setPlainText(self._unfinished)
        try:
            open_list.read(given)
            finished = await answer(sheet)
            self._unfinished = "" if finished else sheet.text.toPlainText()
            if finished:
                self._say_added(open_list.added)
        finally:
            self.open_list = None
            open_list.end()
            sheet.deleteLater()

    def _say_added(self, added: tuple[Added, ...]) -> None:
        done = trn("Added {count} line to the cart", "Added {count} lines to the cart", len(added))
        self._undo.say(self._undo.add(done, partial(self._intake.take_back, added)))
        self._scope.start(self._tell(), name="tell of a list")

    async def _tell(self) -> None:
        try:
            await self._intake.tell()
        except SourcingError as error:
            self._page.banner.say(
                error.sentence, lambda: self._scope.start(self._tell(), name="tell of a list")
            )


class OpenList(QObject):
    """One sheet, and the plan that is on it."""

    def __init__(self, sheet: IntakeSheet, intake: Intake, basket: Basket, scope: TaskScope) -> None:
        super().__init__(sheet)
        from sourcing_desktop.services.intake.plan import Plan

        self.sheet = sheet
        self.plan = Plan(())
        self.added: tuple[Added, ...] = ()
        self._intake = intake
        self._basket = basket
        self._scope = scope
        self._done = 0
        self._all = 0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show)
        model = sheet.model
        model.sku_chosen.connect(lambda number, sku_id: self._changed(self.plan.choose_sku, number, sku_id))
        model.quantity_typed.connect(lambda number, text: self._changed(self.plan.set_quantity, number, text))
        model.wanted_changed.connect(lambda numbers, wanted: self._changed(self.plan.want, numbers, wanted))
        sheet.read_requested.connect(self.read)
        sheet.file_wanted.connect(lambda: scope.start_once(self._pick_file, name="choose a list"))
        sheet.ask_requested.connect(self._ask_again)
        sheet.stop_requested.connect(self._stop)
        sheet.add_requested.connect(lambda: scope.start_once(self._add, name="add a list"))

    def read(self, given: str | Path) -> None:
        """Read a list in place of the one before."""
        if given:
            self._scope.cancel(LOOKING)
            self.sheet.show_reading(given)
            self._scope.replace(self._read(given), name=READING)

    def end(self) -> None:
        """The sheet is closed."""
        self._soon.stop()
        for name in (READING, LOOKING):
            self._scope.cancel(name)

    async def _read(self, given: str | Path) -> None:
        from sourcing_desktop.services.intake.plan import Plan

        try:
            listed = await self._intake.read(given)
        except SourcingError as error:
            self.sheet.show_unread(error.sentence)
            return
        self.plan = Plan(listed.wishes)
        self.sheet.show_plan(listed)
        self._look_up()

    def _ask_again(self, numbers: tuple[int, ...]) -> None:
        self.plan.ask_again(numbers)
        self._look_up()

    def _look_up(self) -> None:
        self._done, self._all = 0, len(self.plan.waiting)
        self._show()
        if self._all:
            self._scope.replace(self._intake.look_up(self.plan.waiting, self._heard), name=LOOKING)

    def _heard(self, goods: Goods, answer: OfferDetail | SourcingError) -> None:
        self._done += 1
        if isinstance(answer, SourcingError):
            self.plan.failed(goods, answer)
        else:
            self.plan.found(goods, answer)
        if not self._soon.isActive():
            self._soon.start(BEAT_MS)

    def _stop(self) -> None:
        """What is not looked up stays so until the buyer asks again."""
        if self._scope.running(READING):
            self._scope.cancel(READING)
            self.sheet.show_paste()
            return
        self._scope.cancel(LOOKING)
        for goods in self.plan.waiting:
            self.plan.failed(goods, SourcingError(STOPPED))
        self._all = self._done
        self._show()

    def _changed(self, change, *values: object) -> None:
        change(*values)
        self._soon.start(0)  # not at once: the table is still busy with the field that was typed into

    def _show(self) -> None:
        from sourcing_desktop.services.intake.verdicts import summary, verdicts

        judged = verdicts(self.plan.rows, self._basket.cart)
        counts = summary(self.plan.rows, judged)
        self.sheet.show_rows(self.plan.rows, judged, counts, looking=self._done < self._all)
        self.sheet.show_progress(self._done, self._all)

    async def _pick_file(self) -> None:
        if (path := await pick_list(self.sheet)) is not None:
            self.read(path)

    async def _add(self) -> None:
        from sourcing_desktop.services.intake.verdicts import Standing, verdicts

        judged = verdicts(self.plan.rows, self._basket.cart)
        ready = [row for row in self.plan.rows if judged[row.number].standing is Standing.READY]
        self.sheet.show_adding(True)
        try:
            self.added = await self._intake.add(ready)
        except SourcingError as error:
            self.sheet.banner.say(error.sentence)
            self.sheet.show_adding(False)
            self._show()
        else:
            self.sheet.accept()
