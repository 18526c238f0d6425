"""The one view for every list of offers: model, geometry, card and grid. Fetches and decides nothing.

Read `geometry`, `cell_view`, `offer_model` and `offer_grid`, in this order. The rest is one question each:

    Where is a cell?                           geometry; from one to the next by keys: walking
    What stays in place when things change?    staying
    What does the mouse do, and the wheel?     pointing, with glide and rubber_band
    What do letters do?                        typed_view, with type_ahead
    What are the offers?                       offer_model
    What does a card look like?                offer_cell, with card_frame and seen_badge
    Which were seen before?                    seen_marks
    Which pictures shall be loaded?            picture_wishes
    What comes up where the mouse rests?       hover_actions, hover_preview
    What do other programs get?                carrying; while it is dragged there: dragging
    What does a screen reader get?             accessible

The view is one object in four steps. Each file knows the step before it, and none after it:

    CellView       equal cells: layout, density, scrolling, keyboard, selection, changes of the model
    PointedView    hover, wheel, touchpad, zoom and rubber band
    TypedView      letters and input methods
    OfferGrid      offers: paints them, and tells the program what the buyer does with them

`CellView` asks the steps after it for `cell_count` and `caption_height`, and tells them by `contents_moved`,
`contents_grew` and `contents_changed`. `selectedIndexes` and `keyboardSearch` are
not passed on to Qt, which would look at every row. What is called in which order:

    scroll    the bar's value: scrollContentsBy, which moves the pixels; contents_moved: direction for the
              wishes, is the end near?; hover or rubber band under the resting mouse
              then, as for all that follows, paintEvent: cards, and the wishes of what is in sight
    layout    of a new size, density or number of rows: updateGeometries, lay_out: cell_count, caption_height,
              range of the bar, the Held spot, geometry_changed if there is cause, contents_moved, hover
    reset     OfferGrid, TypedView, PointedView and CellView.reset, each forgets its own; layout at the top;
              contents_changed
    insert    rowsAboutToBeInserted: TopCell.remember
              rowsInserted at the end: layout, to paint only what is new
              rowsInserted elsewhere: layout, TopCell.follow, contents_grew, the bar's value, contents_changed
    remove    rowsAboutToBeRemoved: TopCell.remember and step_aside
              rowsRemoved: as rowsInserted elsewhere
"""
