"""The forms by which other prices are asked for and negotiated, by page."""

from placements.fees.forms.answering import FeeConfirm, FeeRecommend, FeeRefusal, FeeWords
from placements.fees.forms.certifying import FeeCertify, FeeCertifyOffline, FeeDocumentAdd
from placements.fees.forms.offers import FeeOfferForm, OfferStandard, RecommendStandard
from placements.fees.forms.prices import WORK_OUT, FeePrices
from placements.fees.forms.sections import FeeBackground, FeeCosts
from placements.fees.forms.starting import FeeStart, FeeStartOffline
from placements.fees.forms.windows import FeeWindowChange
from placements.fees.forms.workbooks import FeeWorkbookCorrect, FeeWorkbookUpload

__all__ = [
    "WORK_OUT",
    "FeeBackground",
    "FeeCertify",
    "FeeCertifyOffline",
    "FeeConfirm",
    "FeeCosts",
    "FeeDocumentAdd",
    "FeeOfferForm",
    "FeePrices",
    "FeeRecommend",
    "FeeRefusal",
    "FeeStart",
    "FeeStartOffline",
    "FeeWindowChange",
    "FeeWords",
    "FeeWorkbookCorrect",
    "FeeWorkbookUpload",
    "OfferStandard",
    "RecommendStandard",
]
