"""The rules of Nghị định 30/2020/NĐ-CP on the form of an act, each a function over a built file."""

from tests.form.rules import attachments, letterhead, letters, page, signature, text, title
from tests.form.rules.rule import RULES, Rule

__all__ = ["RULES", "Rule", "attachments", "letterhead", "letters", "page", "signature", "text", "title"]
