"""``cchc build``: every plan from its file to its Word file, with nothing lost on the way and nothing overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property
from pathlib import Path

from cchc import __version__
from cchc.backends.docx.bookmarks import document_bookmarks
from cchc.backends.docx.properties import UNDATED, Properties
from cchc.backends.docx.readback import Reading, read_back
from cchc.backends.docx.seal import made_from
from cchc.backends.docx.writer import write
from cchc.diagnostics import Diagnostic, has_errors
from cchc.document.nodes import Document
from cchc.export.sentences import printed_sentences
from cchc.lower.derived import act_day, issuer_name
from cchc.lower.document import Draft, lower
from cchc.model.plan import Plan
from cchc.pipeline.checking import Checked, Judged, check_file, statistics
from cchc.pipeline.looks import Looks
from cchc.pipeline.opening import Opened, open_plans
from cchc.pipeline.outcomes import Announce, BuildRequest, Outcome, PlanOutcome, Surroundings, unannounced
from cchc.pipeline.verification import verify
from cchc.registry.registry import Registry
from cchc.templating.rendering import render
from cchc.workspace.cache import cache_folder
from cchc.workspace.clock import source_date_epoch
from cchc.workspace.names import output_path
from cchc.workspace.projects import PlanFile
from cchc.workspace.publishing import Published, publish
from cchc.workspace.trouble import WorkspaceError

_DRAFT_SUFFIX = ".du-thao"
_ANNOTATED_SUFFIX = ".nhan-xet"


def build(
    request: BuildRequest, surroundings: Surroundings, announce: Announce = unannounced
) -> Iterator[PlanOutcome | Outcome]:
    """Build what ``request`` names: one PlanOutcome for each plan as it is done, then the Outcome of the run."""
    try:
        opened = open_plans(request.operands, request.templates, surroundings)
    except WorkspaceError as error:
        yield Outcome(diagnostics=(error.diagnostic,))
        return
    builder = _Builder(request, surroundings, opened, request.out or opened.out)
    outcomes: list[PlanOutcome] = []
    for number, file in enumerate(opened.plans, start=1):
        announce(file.id, number, len(opened.plans))
        outcomes.append(builder.build(file)._replace(file=file.name))
        yield outcomes[-1]
    yield Outcome(tuple(outcomes), opened.problems)


@dataclass(frozen=True)
class _Builder:
    """What all plans of a run share."""

    request: BuildRequest
    surroundings: Surroundings
    opened: Opened
    out: Path

    @property
    def looks(self) -> Looks:
        return self.opened.looks

    @property
    def registry(self) -> Registry:
        return self.opened.registry

    @cached_property
    def bytecode(self) -> Path | None:
        around = self.surroundings
        return cache_folder(
            __version__, self.looks.digest, environ=around.environ, platform=around.platform, home=around.home
        )

    @cached_property
    def check(self) -> Callable[[PlanFile], Judged]:
        """What judges a plan: for a reviewer beside the other plans, which a print alone does not need."""
        if self.request.annotate is None:
            return lambda file: check_file(file, self.opened)
        from cchc.pipeline.reviewing import Review

        return Review(self.opened, self.surroundings.cwd).check

    @cached_property
    def draft(self) -> Draft | None:
        return Draft(self.request.round) if self.request.draft else None

    def build(self, file: PlanFile) -> PlanOutcome:
        """The outcome for one plan; errors of the surroundings end it, and no other plan."""
        checked, found = self.check(file)
        found, known, _ = self.opened.baseline.split(file.id, found)
        return self._built(file, checked, found)._replace(known=known)

    def _built(self, file: PlanFile, checked: Checked | None, found: tuple[Diagnostic, ...]) -> PlanOutcome:
        if checked is None or not checked.complete or (has_errors(found) and self.draft is None):
            return PlanOutcome(file.id, found)
        try:
            return self._print(file, checked, found)
        except WorkspaceError as error:
            return PlanOutcome(file.id, (*found, error.diagnostic))

    def _print(self, file: PlanFile, checked: Checked, found: tuple[Diagnostic, ...]) -> PlanOutcome:
        styles = self.looks.styles
        if styles.value is None:
            return PlanOutcome(file.id, (*found, *styles.diagnostics))
        paragraphs = styles.value.paragraphs
        document, faults = self._render(checked.plan, checked, paragraphs)
        if document is None:
            # A template that cannot be read counts as missing: what keeps it from being read says more.
            return PlanOutcome(file.id, (*found, *(self.looks.unreadable or faults)))
        if self.request.annotate:
            # Few builds annotate, and every build starts by importing what stands at the top.
            from cchc.pipeline.annotating import annotated
            from cchc.pipeline.trial import Trial

            trial = Trial(checked.plan, document, lambda plan: self._render(plan, checked, paragraphs, traced=True)[0])
            document = annotated(trial, checked.places, found, self.request.annotate)
        data = write(document, styles.value, self._properties(checked, document))
        lost = verified(read_back(data), checked)
        if lost:
            return PlanOutcome(file.id, (*found, *lost))
        return self._publish(file, checked, found, document, data)

    def _render(
        self, plan: Plan, checked: Checked, styles: Iterable[str], *, traced: bool = False
    ) -> tuple[Document | None, list[Diagnostic]]:
        """The document of ``plan``, which is that of ``checked`` or the same with texts that are traced."""
        view = lower(plan, checked.layouts, self.registry, self.draft, traced=traced)
        return render(view, self.looks.template, styles, bytecode=self.bytecode)

    def _publish(
        self,
        file: PlanFile,
        checked: Checked,
        found: tuple[Diagnostic, ...],
        document: Document,
        data: bytes,
    ) -> PlanOutcome:
        target = output_path(self.out, file.id, f"{self._suffix}.docx")
        outputs = [publish(target, data, ours=is_build, force=self.request.force)]
        comments = len(found) if self.request.annotate else None
        pages: tuple[int, ...] = ()
        if self.request.pdf:
            try:
                pdf, pages = self._pdf(data, document)
                outputs.append(self._publish_pdf(target.with_suffix(".pdf"), pdf))
            except WorkspaceError as error:
                # The Word file is done all the same.
                found = (*found, error.diagnostic)
        return PlanOutcome(
            file.id,
            found,
            statistics(checked, self.registry),
            tuple(output.path for output in outputs),
            tuple(output.kept_aside for output in outputs if output.kept_aside),
            all(output.unchanged for output in outputs),
            pages,
            comments=comments,
        )

    def _publish_pdf(self, target: Path, pdf: bytes) -> Published:
        """A PDF in its place; one that is not ours, such as a scan of the signed act, is kept like a Word file."""
        from cchc.workspace.pdf import is_untouched, sealed

        return publish(target, sealed(pdf), ours=is_untouched, force=self.request.force)

    @property
    def _suffix(self) -> str:
        """The end of the name of a draft or an annotated file: neither bears the clean one."""
        annotated = _ANNOTATED_SUFFIX if self.request.annotate else ""
        if self.draft is None:
            return annotated
        round_ = "" if self.draft.round is None else f"-{self.draft.round}"
        return f"{_DRAFT_SUFFIX}{round_}{annotated}"

    def _properties(self, checked: Checked, document: Document) -> Properties:
        text = checked.source.text.replace("\r\n", "\n").encode("utf-8")
        return Properties(
            title=document.title,
            author=issuer_name(checked.plan, self.registry),
            created=created(checked.plan, self.surroundings.environ),
            digests={"plan": hashlib.sha256(text).hexdigest(), "templates": self.looks.digest},
        )

    def _pdf(self, data: bytes, document: Document) -> tuple[bytes, tuple[int, ...]]:
        from cchc.workspace.office import find_office, to_pdf
        from cchc.workspace.pdf import pages_of_documents

        around = self.surroundings
        program = find_office(around.environ, around.platform, around.home)
        pdf = to_pdf(data, program=program, environ=around.environ, comments=self.request.annotate is not None)
        return pdf, pages_of_documents(pdf, document_bookmarks(document))


def is_build(data: bytes) -> bool:
    """Whether ``data`` is the file of one plan, as it was written: a comparison of two is not to be built over."""
    names = made_from(data)
    return "plan" in names and "old" not in names


def created(plan: Plan, environ: Mapping[str, str]) -> datetime:
    """The time of a file: SOURCE_DATE_EPOCH where it is set, else the act's day, else none that is known.

    Never the clock: the same plan makes the same bytes.
    """
    chosen = source_date_epoch(environ)
    if chosen is not None:
        return chosen
    day = act_day(plan.act)
    return datetime.combine(day, time(), UTC) if day else UNDATED


def verified(reading: Reading, checked: Checked) -> Sequence[Diagnostic]:
    """What the ``reading`` of a file lacks of its plan."""
    groups = printed_sentences(checked.plan)
    return tuple(verify(reading, checked.plan, checked.rows, groups, checked.layouts, checked.places))
