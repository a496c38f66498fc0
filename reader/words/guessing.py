"""The likeliest states behind the signs of an unknown word: what jieba finds, in a fraction of its time.

jieba asks of each pair of states how likely one follows the other, though few can: a state follows some twenty of 256.
Here those alone are asked. Odds are logarithms, added in jieba's order, so that the same words come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

State = tuple[str, str]  # place in the word (B M E S), part of speech
Odds = Mapping[State, float]

NEVER = float("-inf")  # what follows nothing
HARDLY = -3.14e100  # a sign that a state does not give; the number is jieba's


class Likeliest:
    """Stands in the place of the function `jieba.posseg.viterbi`."""

    def __init__(self, follows: Mapping[State, Odds]) -> None:
        self._follows = follows
        self._before: dict[State, list[tuple[State, float]]] = {state: [] for state in follows}
        for state, others in follows.items():
            for other, odds in others.items():
                self._before[other].append((state, odds))

    def __call__(
        self, signs: str, known: Any, start: Odds, _follows: object, gives: Mapping[State, Mapping[str, float]]
    ) -> tuple[float, list[State]]:
        """Return the odds of the likeliest states of some signs, and the states; `known` tells those of a sign."""
        reached = {state: start[state] + gives[state].get(signs[0], HARDLY) for state in known.get(signs[0], gives)}
        steps: list[dict[State, State]] = []
        for sign in signs[1:]:
            best = self._follow(sign, known.get(sign, gives), reached, gives)
            reached = {state: odds for state, (odds, _before) in best.items()}
            steps.append({state: before for state, (_odds, before) in best.items()})
        odds, state = max((odds, state) for state, odds in reached.items())
        way = [state]
        for step in reversed(steps):
            way.append(step[way[-1]])
        return odds, way[::-1]

    def _follow(
        self, sign: str, states: Iterable[State], reached: Odds, gives: Mapping[State, Mapping[str, float]]
    ) -> dict[State, tuple[float, State]]:
        """Return the odds of each state of a sign that can follow, and what it follows at best.

        Where none of its states can follow, all that can follow are taken, or simply all.
        """
        best = {}
        for state in states:
            given = gives[state].get(sign, HARDLY)
            if ways := [(reached[one] + odds + given, one) for one, odds in self._before[state] if one in reached]:
                best[state] = max(ways)
        if not best:
            expected = {other for state in reached for other in self._follows[state]}
            return self._follow(sign, expected, reached, gives) if expected else self._follow_anyhow(reached)
        return best

    def _follow_anyhow(self, reached: Odds) -> dict[State, tuple[float, State]]:
        last = max(reached)
        return dict.fromkeys(self._follows, (NEVER, last))
