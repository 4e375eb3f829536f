"""Towns of Kent and its neighbours: facts, except for the inward halves of postcodes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Town:
    """A town and the centre of its outward code on the British National Grid, in metres."""

    outward: str
    easting: int
    northing: int
    name: str
    district: str


@dataclass(frozen=True)
class Authority:
    """A local authority as GIAS names it."""

    name: str
    gss: str
    region_code: str
    region: str


AUTHORITIES = {
    "886": Authority("Kent", "E10000016", "J", "South East"),
    "887": Authority("Medway", "E06000035", "J", "South East"),
    "845": Authority("East Sussex", "E10000011", "J", "South East"),
    "303": Authority("Bexley", "E09000004", "H", "London"),
    "305": Authority("Bromley", "E09000006", "H", "London"),
    "306": Authority("Croydon", "E09000008", "H", "London"),
    "936": Authority("Surrey", "E10000030", "J", "South East"),
    "938": Authority("West Sussex", "E10000032", "J", "South East"),
    "881": Authority("Essex", "E10000012", "G", "East of England"),
}

DISTRICTS = {
    "Ashford": "E07000105",
    "Canterbury": "E07000106",
    "Dartford": "E07000107",
    "Dover": "E07000108",
    "Gravesham": "E07000109",
    "Maidstone": "E07000110",
    "Sevenoaks": "E07000111",
    "Folkestone and Hythe": "E07000112",
    "Swale": "E07000113",
    "Thanet": "E07000114",
    "Tonbridge and Malling": "E07000115",
    "Tunbridge Wells": "E07000116",
    "Medway": "E06000035",
    "Eastbourne": "E07000061",
    "Hastings": "E07000062",
    "Lewes": "E07000063",
    "Rother": "E07000064",
    "Wealden": "E07000065",
    "Bexley": "E09000004",
    "Bromley": "E09000006",
    "Croydon": "E09000008",
    "Reigate and Banstead": "E07000211",
    "Tandridge": "E07000215",
    "Mid Sussex": "E07000228",
    "Crawley": "E07000226",
    "Horsham": "E07000227",
    "Basildon": "E07000066",
    "Brentwood": "E07000068",
    "Chelmsford": "E07000070",
}

_TOWNS = {
    "886": """
        CT1,615300,157700,Canterbury,Canterbury
        CT5,611400,166000,Whitstable,Canterbury
        CT6,617900,167500,Herne Bay,Canterbury
        CT9,635900,170400,Margate,Thanet
        CT10,638800,168200,Broadstairs,Thanet
        CT11,637800,165200,Ramsgate,Thanet
        CT13,632300,157300,Sandwich,Dover
        CT14,636500,151800,Deal,Dover
        CT16,631000,143100,Dover,Dover
        CT19,622000,136900,Folkestone,Folkestone and Hythe
        CT21,615600,134900,Hythe,Folkestone and Hythe
        TN28,607200,124500,New Romney,Folkestone and Hythe
        TN23,600100,141700,Ashford,Ashford
        TN24,601900,142900,Ashford,Ashford
        TN30,589000,132700,Tenterden,Ashford
        ME13,601900,160000,Faversham,Swale
        ME10,590600,164000,Sittingbourne,Swale
        ME12,595000,173100,Sheerness,Swale
        ME14,577200,156600,Maidstone,Maidstone
        ME15,576800,153700,Maidstone,Maidstone
        ME20,571400,159100,Aylesford,Tonbridge and Malling
        ME19,568100,157700,West Malling,Tonbridge and Malling
        TN9,559100,146000,Tonbridge,Tonbridge and Malling
        TN1,558800,139800,Tunbridge Wells,Tunbridge Wells
        TN17,577700,136100,Cranbrook,Tunbridge Wells
        TN13,552400,155300,Sevenoaks,Sevenoaks
        TN8,545300,146000,Edenbridge,Sevenoaks
        BR8,551400,168800,Swanley,Sevenoaks
        DA1,553500,174300,Dartford,Dartford
        DA11,563600,173300,Gravesend,Gravesham
        DA12,566000,172600,Gravesend,Gravesham
    """,
    "887": """
        ME1,574000,166700,Rochester,Medway
        ME2,572900,168800,Rochester,Medway
        ME4,576100,167700,Chatham,Medway
        ME5,576400,164200,Chatham,Medway
        ME7,577900,167600,Gillingham,Medway
        ME8,580900,165700,Gillingham,Medway
    """,
    "845": """
        TN6,552400,130400,Crowborough,Wealden
        TN22,547400,122300,Uckfield,Wealden
        TN21,559000,120200,Heathfield,Wealden
        BN27,559300,110500,Hailsham,Wealden
        TN31,588700,121600,Rye,Rother
        TN33,574100,115300,Battle,Rother
        TN34,581800,110400,Hastings,Hastings
        BN7,540700,110600,Lewes,Lewes
        BN21,560500,99500,Eastbourne,Eastbourne
    """,
    "303": """
        DA14,546900,171700,Sidcup,Bexley
        DA5,549200,173500,Bexley,Bexley
        DA8,551200,177500,Erith,Bexley
        DA16,546500,176100,Welling,Bexley
    """,
    "305": """
        BR1,540600,170000,Bromley,Bromley
        BR3,537000,169000,Beckenham,Bromley
        BR5,546400,167800,Orpington,Bromley
        BR7,544100,170000,Chislehurst,Bromley
    """,
    "306": """
        CR0,534000,165500,Croydon,Croydon
        CR2,533700,163000,South Croydon,Croydon
        CR8,531600,161400,Purley,Croydon
    """,
    "936": """
        RH8,539800,152200,Oxted,Tandridge
        RH7,538700,143600,Lingfield,Tandridge
        CR3,533900,156000,Caterham,Tandridge
        RH1,528700,150300,Redhill,Reigate and Banstead
        RH2,525500,150000,Reigate,Reigate and Banstead
    """,
    "938": """
        RH19,539100,138100,East Grinstead,Mid Sussex
        RH16,533500,124300,Haywards Heath,Mid Sussex
        RH10,528900,137000,Crawley,Crawley
        RH12,516800,132100,Horsham,Horsham
    """,
    "881": """
        CM14,558700,193600,Brentwood,Brentwood
        SS14,571500,189200,Basildon,Basildon
        CM1,569600,208000,Chelmsford,Chelmsford
    """,
}


def _read(lines: str) -> list[Town]:
    towns = []
    for line in lines.split("\n"):
        if line.strip():
            outward, easting, northing, name, district = line.strip().split(",")
            towns.append(Town(outward, int(easting), int(northing), name, district))
    return towns


TOWNS = {authority: _read(lines) for authority, lines in _TOWNS.items()}

# The letters that Royal Mail uses in the inward half.
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def postcode(rng: Random, outward: str) -> str:
    """Invent a postcode inside an outward code."""
    return f"{outward} {rng.randint(1, 9)}{rng.choice(_LETTERS)}{rng.choice(_LETTERS)}"


def home_postcode(rng: Random) -> str:
    """Invent the postcode of a child's home in Kent."""
    return postcode(rng, rng.choice(TOWNS["886"]).outward)
