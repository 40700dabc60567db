"""The rows that benchmarks answer, as a table for people and as JSON."""

import dataclasses
import json


@dataclasses.dataclass
class Row:
    """One figure.

    `ours` is Mynah's figure and `theirs` the other side's, in `unit`; `ratio` is Mynah's over the other's. What is compared with the target is
    `ratio` or `ours`, as `target` says. A row without a target informs only. `samples` holds every counted run.
    """

    name: str
    unit: str
    ours: float
    theirs: float | None = None
    ratio: float | None = None
    target: str | None = None
    holds: bool | None = None
    samples: dict = dataclasses.field(default_factory=dict)

    def cells(self):
        """The row's cells, as the table shows them."""
        return [
            self.name,
            figure(self.ours, self.unit),
            "-" if self.theirs is None else figure(self.theirs, self.unit),
            "-" if self.ratio is None else f"{self.ratio:.2f}",
            self.target or "-",
            "-" if self.holds is None else "yes" if self.holds else "no",
        ]


HEADINGS = ["benchmark", "Mynah", "other", "ratio", "target", "holds"]


def figure(value, unit):
    """A figure with three significant digits, or as many as its whole part has."""
    digits = max(0, 3 - len(str(int(abs(value)))))
    return f"{value:.{digits}f} {unit}"


def table(rows):
    """The rows as lines of aligned columns."""
    lines = [HEADINGS] + [row.cells() for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def as_json(machine, rows, failures):
    """Everything in one object: the machine, the rows with every sample, and what did not work."""
    answer = {"machine": machine, "rows": [dataclasses.asdict(row) for row in rows], "failures": failures}
    return json.dumps(answer, default=str)
