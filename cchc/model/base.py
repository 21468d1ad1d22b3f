"""The base of every part of a plan, and the types of its smallest values."""

from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from cchc.language.enumerators import Enumerator, NoCounter
from cchc.language.footnotes import MARK


# No module of the model defers its annotations: pydantic would evaluate each of them from its text at every start.
class Part(BaseModel):
    """A part of a plan or layout: frozen, and refusing keys that it does not know.

    Every field has a Vietnamese title and description, which the JSON Schema carries to the author's editor.
    """

    # Most runs use few of the models, and building all of them costs as much as parsing a plan.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    short_forms: ClassVar[tuple[JsonSchemaValue, ...]] = ()
    """The JSON Schemas of what an author may write in place of the keys."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), *cls.short_forms]} if cls.short_forms else handler(core)


class Apart:
    """Marks a part that few files have: its schema is built where there is one, and not with what holds it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        model: type[BaseModel] = source

        def validated(value: Any, info: core_schema.ValidationInfo) -> BaseModel:
            return model.model_validate(value, context=info.context)

        return core_schema.with_info_plain_validator_function(validated, metadata={"apart": model})

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        model: type[BaseModel] = core["metadata"]["apart"]
        model.model_rebuild()
        return handler(model.__pydantic_core_schema__)


Line: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
"""Text on one line: a name, a title, a sign."""

Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A permanent name that is never printed: a–z, 0–9 and hyphens."""


def _footnote_key(text: str) -> str:
    if not MARK.fullmatch(f"[^{text}]"):
        raise ValueError("key")
    return text


FootnoteKey: TypeAlias = Annotated[str, AfterValidator(_footnote_key)]
"""A footnote's name, as marks have it: a–z, 0–9 and hyphens."""


def _example(text: str) -> str:
    try:
        Enumerator.read(text)
    except NoCounter as error:
        raise ValueError("example") from error
    return text


LabelExample: TypeAlias = Annotated[str, AfterValidator(_example)]
"""The label of the first row ("Nhiệm vụ 1", "I", "1.1"), from which the others are counted."""


def _example_or_sign(text: str) -> str:
    return _example(text) if any(map(str.isalnum, text)) else text


RowLabel: TypeAlias = Annotated[str, StringConstraints(min_length=1), AfterValidator(_example_or_sign)]
"""A label by example, or a sign that every row bears ("-", "+")."""
