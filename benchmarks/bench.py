"""`make bench`: speed, memory, names, scores, in one run. `make bench ARGS=--help` lists the options."""

import argparse
import sys

from benchmarks.gate import FLOORS, FloorError, Floors, judge, load_floors, raised, save_floors
from benchmarks.gold import GOLD, corpus_of, load_gold
from benchmarks.memory import measure_memory
from benchmarks.name_speed import measure_comparing
from benchmarks.scores import measure_scores
from benchmarks.slavic_names import ALL, PERSONS, PUBLISHED, SLAVIC, measure_linking
from benchmarks.speed import measure_parsing, measure_reading, measure_workers

MANY, FEW = 10_000, 2_500


def main() -> int:
    """Print the measures asked for; return 1 where a score sank below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["speed", "memory", "names", "scores"], help="only this part")
    parser.add_argument("--reports", type=int, default=MANY, help=f"articles for the memory measure (default {MANY})")
    parser.add_argument("--accept", action="store_true", help="raise the floors to the present scores")
    parser.add_argument("--lower-floor", action="store_true", help="with --accept: let floors sink, too")
    options = parser.parse_args()
    if options.lower_floor and not options.accept:
        parser.error("--lower-floor only goes with --accept")
    if options.only in (None, "speed"):
        print_speed()
    if options.only in (None, "memory"):
        print_memory(options.reports)
    if options.only in (None, "names"):
        print_names()
    if options.only in (None, "scores"):
        return print_scores(accept=options.accept, may_lower=options.lower_floor)
    return 0


def print_speed() -> None:
    """Print how fast articles are read and parsed."""
    one, two, english = measure_reading(), measure_workers(2), measure_reading(prefix="en")
    say("reading, one core", str(one))
    say("reading, two cores", f"{two}   {one.seconds / two.seconds:.2f} times one core")
    say("reading English, one core", str(english))
    parsing = measure_parsing()
    if parsing is None:
        say("spaCy small, parsing only", "not installed: `make bench` installs it")
    else:
        say("spaCy small, parsing only", str(parsing))
        say("reading against parsing", f"{parsing.seconds / english.seconds:8.2f} times as fast, on the same text")


def print_memory(articles: int) -> None:
    """Print the most memory that runs of two lengths hold."""
    for number in (min(FEW, articles), articles):
        held = measure_memory(number)
        say(
            f"peak memory, {held.articles} reports",
            f"{held.megabytes:8.1f} MB   ({held.reports} reports of acts, {held.acts} acts, "
            f"record {held.record_megabytes:.1f} MB)",
        )


def print_names() -> None:
    """Print how fast names are compared, and how well mentions of one name are found across documents and languages."""
    speed = measure_comparing()
    say("comparing names, strangers", f"{speed.strangers:8.0f} pairs/s")
    say("comparing names, words met before", f"{speed.again:8.0f} pairs/s")
    if not SLAVIC.is_dir():
        say("names, SlavicNER", "the corpus is not there")
        return
    linked = measure_linking(SLAVIC)
    say("names, SlavicNER ru+uk", f"{linked[ALL]}; published, six languages: {PUBLISHED:.4f}")
    say("names, SlavicNER ru+uk, persons", f"{linked[PERSONS]}")


def print_scores(*, accept: bool, may_lower: bool) -> int:
    """Print the scores beside their floors, and set these where asked; return 1 where one sank."""
    if not GOLD.is_dir():
        say("scores", "the annotated reports are not there")
        return 0
    gold = load_gold()
    corpus, scores = corpus_of(gold), measure_scores(gold)
    floors = load_floors() if FLOORS.is_file() else Floors(corpus, {})
    for name, value in scores.items():
        say(name, f"{value:8.3f}   floor {floors.scores.get(name, 0.0):.3f}")
    if accept:
        try:
            save_floors(raised(floors, scores, corpus, may_lower=may_lower))
        except FloorError as error:
            say("floors", str(error))
            return 1
        say("floors", "set to the present scores")
        return 0
    verdict = judge(scores, floors)
    for line in (*verdict.sunk, *verdict.missing):
        say("SUNK", line)
    return 0 if verdict.is_open else 1


def say(what: str, value: str) -> None:
    """Print one measure."""
    print(f"{what:32}{value}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
