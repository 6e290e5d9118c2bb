"""One act's story: how its status came to be, from what it followed, and what followed from it."""

from dataclasses import dataclass

from goodoffices.following.tying import follow, told_by
from goodoffices.model.identifiers import ActId
from goodoffices.record.view import View
from goodoffices.views.items import Items, Step
from goodoffices.views.linked import Followed, followed, preceded


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What stands around one act."""

    # The statuses that reports gave, in the order of their first report.
    history: tuple[Step, ...]
    # Each with the reason why it is taken to be so, and how sure that is.
    came_from: tuple[Followed, ...]
    led_to: tuple[Followed, ...]


def story_of(view: View, act: ActId) -> Story:
    """Return what stands around an act; all empty where there is none of this id."""
    listed = view.found(act)
    if listed is None:
        return Story(history=(), came_from=(), led_to=())
    told, items = told_by(view, listed), Items(view)
    following = follow(view, [told], backwards=True)
    return Story(
        history=items.history(told),
        came_from=preceded(following.before(act), following, items),
        led_to=followed(following.after(act), following, items),
    )
