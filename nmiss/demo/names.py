"""Invented names: schools, firms, people and streets that exist only in the demo county."""

from __future__ import annotations

from random import Random


def _words(text: str) -> list[str]:
    return text.split()


_FIRST_HALVES = _words(
    "Teasel Tansy Sorrel Osier Sallow Medlar Quince Bulrush Fescue Vetch Campion Yarrow Comfrey "
    "Bryony Dunnock Whinchat Fieldfare Redwing Siskin Linnet Bittern Avocet Plover Dotterel "
    "Wheatear Garganey Marten Leveret Russet Umber Ochre Madder Woad Clunch Ragstone Tally Bodkin "
    "Thimble Lantern Tinder Skein Sextant Pippin Fallow Gorse Pewter Saffron Cobnut Damson Wimble"
)
_SECOND_HALVES = _words(
    "wick mere hythe dene hurst ling stead combe garth croft wold thorpe bourne shaw holt march "
    "fold gate leaze well brook mead rise ridge wood acre stow cote bank reach hay stile"
)
_KINDS = (
    "{} School",
    "{} House School",
    "{} Court School",
    "{} Lodge School",
    "{} Farm School",
    "{} Grange School",
    "{} Hall School",
    "{} Drovers’ School",
    "The {} School",
    "{} Orchard School",
)
# A GIAS download is Windows-1252: names that show whether it was read as such.
_ODD = {17: "Clos Séverine School", 58: "St Wulfgyth’s Yard School", 93: "Maison Brédier School"}


def _coined() -> list[str]:
    words = [first + second for first in _FIRST_HALVES for second in _SECOND_HALVES]
    Random("the words of the demo county").shuffle(words)
    return words


_WORDS = _coined()

_COLOURS = _words(
    "Copper Amber Indigo Silver Crimson Ivory Cobalt Scarlet Bronze Azure Russet Jade Violet "
    "Golden Slate Coral"
)
_INSTRUMENTS = _words(
    "Sextant Sundial Theodolite Spinnaker Lodestar Bellows Abacus Weathervane Astrolabe Metronome "
    "Kaleidoscope Plumbline Barometer Tiller Almanac Hourglass Trellis Gantry Semaphore Capstan "
    "Windlass Armillary Quadrant Pantograph Bowsprit Mandolin Clavier Dulcimer Trivet Inkwell"
)
_FIRMS = (
    "{} Learning Ltd",
    "{} Education Ltd",
    "{} Schools Ltd",
    "The {} Trust",
    "{} Care and Education Ltd",
    "{} Education Group Ltd",
)

_GIVEN = _words(
    "Amara Bethan Callum Daniela Edmund Farah Gwen Hamish Imogen Jerome Kezia Leon Marguerite "
    "Naveed Orla Priya Quentin Rosalind Samir Tamsin Ursula Vikram Winifred Yusuf Zofia Adaeze "
    "Bartholomew Chloë Desmond Élodie"
)
_FAMILY = _words(
    "Ashgrove Blackstave Coppinger Dewhirst Elverton Farthingale Greatorex Harkaway Inchbald "
    "Jellicoe Kettlewell Lovibond Merriweather Nettlefold Oddfellow Pennyfeather Quillfeather "
    "Ravenscar Silverlock Tattersfield Underhay Vellacott Whitlock-Amadi Yarwood Zielinska-Hart "
    "Okonjo-Bright Rahman-Cole Sandhu-Price Teixeira-Dunn Mbeki-Lane"
)
_TITLES = {"female": ("Mrs", "Ms", "Miss", "Dr"), "male": ("Mr", "Mr", "Mr", "Dr")}
_FEMALE = _words(
    "Amara Bethan Daniela Farah Gwen Imogen Kezia Marguerite Orla Priya Rosalind Tamsin Ursula "
    "Winifred Zofia Adaeze Chloë Élodie"
)

_STREET_WORDS = _words(
    "Weaver Tollgate Orchard Millstone Hawthorn Saddler Drover Beechcroft Chalkpit Cobbler "
    "Smithy Greensand Larkspur Oasthouse Paddock Quarry Rushmead Sheepwash Turnpike Wheelwright"
)
_STREET_KINDS = ("Lane", "Road", "Hill", "Way", "Close", "Street", "Green", "Drove")


def school_name(number: int) -> str:
    """Return the name of the numbered school; different for each of the first 15,000."""
    if number in _ODD:
        return _ODD[number]
    turn, place = divmod(number, len(_WORDS))
    return _KINDS[(turn + place * 7) % len(_KINDS)].format(_WORDS[place])


def firm_name(number: int) -> str:
    """Return the name of the numbered provider; different for each of the first 2,880."""
    turn, place = divmod(number * 7, len(_COLOURS) * len(_INSTRUMENTS))
    colour, instrument = divmod(place, len(_INSTRUMENTS))
    kind = (turn + place) % len(_FIRMS)
    return _FIRMS[kind].format(f"{_COLOURS[colour]} {_INSTRUMENTS[instrument]}")


def head(rng: Random) -> tuple[str, str, str]:
    """Invent a head teacher: title, first name, last name."""
    given = rng.choice(_GIVEN)
    title = rng.choice(_TITLES["female" if given in _FEMALE else "male"])
    return title, given, rng.choice(_FAMILY)


def street(rng: Random) -> str:
    """Invent the first line of an address."""
    return f"{rng.randint(1, 148)} {rng.choice(_STREET_WORDS)} {rng.choice(_STREET_KINDS)}"
