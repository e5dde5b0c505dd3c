"""What the libraries of names lack: demonyms, names of countries and provinces in the news, and regions that are no province.

All by ISO 3166-1 code, provinces by that of ISO 3166-2.
"""

_DEMONYMS = """
AF Afghan,Afghani|AL Albanian|DZ Algerian|AD Andorran|AO Angolan|AR Argentine,Argentinian|AM Armenian|AU Australian|AT Austrian
AZ Azerbaijani,Azeri|BS Bahamian|BH Bahraini|BD Bangladeshi|BB Barbadian|BY Belarusian,Belarussian|BE Belgian|BZ Belizean
BJ Beninese|BT Bhutanese|BO Bolivian|BA Bosnian|BW Botswanan|BR Brazilian|BN Bruneian|BG Bulgarian|BF Burkinabe
BI Burundian|KH Cambodian|CM Cameroonian|CA Canadian|CV Cape Verdean|TD Chadian|CL Chilean|CN Chinese|CO Colombian|KM Comorian
CR Costa Rican|CI Ivorian|HR Croatian,Croat|CU Cuban|CY Cypriot|CZ Czech|DK Danish,Dane|DJ Djiboutian|EC Ecuadorian
EG Egyptian|SV Salvadoran|ER Eritrean|EE Estonian|ET Ethiopian|FJ Fijian|FI Finnish,Finn|FR French|GA Gabonese|GM Gambian
GE Georgian|DE German|GH Ghanaian|GR Greek|GT Guatemalan|GN Guinean|GY Guyanese|HT Haitian|HN Honduran|HU Hungarian|IS Icelandic
IN Indian|ID Indonesian|IR Iranian|IQ Iraqi|IE Irish|IL Israeli|IT Italian|JM Jamaican|JP Japanese|JO Jordanian
KZ Kazakh,Kazakhstani|KE Kenyan
KP North Korean|KR South Korean|XK Kosovar,Kosovan|KW Kuwaiti|KG Kyrgyz|LA Laotian,Lao|LV Latvian|LB Lebanese|LR Liberian
LY Libyan|LI Liechtensteiner|LT Lithuanian|MG Malagasy|MW Malawian|MY Malaysian|MV Maldivian|ML Malian|MT Maltese|MR Mauritanian
MU Mauritian|MX Mexican|MD Moldovan|MN Mongolian|ME Montenegrin|MA Moroccan|MZ Mozambican|MM Burmese|NA Namibian|NP Nepalese,Nepali
NL Dutch|NZ New Zealander|NI Nicaraguan|NE Nigerien|NG Nigerian|MK Macedonian|NO Norwegian|OM Omani|PK Pakistani|PS Palestinian
PA Panamanian|PY Paraguayan|PE Peruvian|PH Philippine,Filipino|PL Polish|PT Portuguese|QA Qatari|RO Romanian|RU Russian|RW Rwandan
SA Saudi,Saudi Arabian|SN Senegalese|RS Serbian,Serb|SL Sierra Leonean|SG Singaporean|SK Slovak,Slovakian|SI Slovenian,Slovene
SO Somali,Somalian|ZA South African|SS South Sudanese|ES Spanish|LK Sri Lankan|SD Sudanese|SE Swedish|CH Swiss|SY Syrian
TW Taiwanese|TJ Tajik|TZ Tanzanian|TH Thai|TG Togolese|TN Tunisian|TR Turkish,Turk|TM Turkmen|UG Ugandan|UA Ukrainian|AE Emirati
GB British,Briton|US American|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese|EH Sahrawi|YE Yemeni|ZM Zambian|ZW Zimbabwean
CD Congolese|CF Central African|GQ Equatorial Guinean|GW Bissau-Guinean|PG Papua New Guinean|DO Dominican|TL Timorese
"""
_COMMON = """
US America,USA,U.S.,U.S.A.,the States|GB Britain,Great Britain,UK,U.K.|RU Russia|SY Syria|IR Iran|KP North Korea,DPRK|KR South Korea
VN Vietnam|LA Laos|TZ Tanzania|VE Venezuela|BO Bolivia|MD Moldova|BN Brunei|CZ Czech Republic|MM Burma|CI Ivory Coast
CG Republic of Congo,Congo-Brazzaville|PS Palestine|TW Taiwan|MK Macedonia
TR Turkey|SZ Swaziland|CV Cape Verde|TL East Timor|XK Kosovo|AE UAE,Emirates|VA Vatican|SA KSA|BA Bosnia|GM Gambia|NL Holland
CD Congo,DRC,DR Congo,D.R. Congo,Democratic Republic of Congo
"""


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.split(" ", 1) for line in lines.split("\n") for entry in line.split("|") if entry)
    return {code: tuple(names.split(",")) for code, names in entries}


DEMONYMS = _table(_DEMONYMS)
"""Adjectives and names of peoples, by code."""
COMMON = _table(_COMMON)
"""Names in common use that ISO 3166 lacks, by code."""

_REGIONS = """
PS Gaza Strip,West Bank|SD Darfur,Kordofan|AZ Nagorno-Karabakh,Karabakh,Artsakh|UA Donbas,Donbass,Crimea
IQ Iraqi Kurdistan,Kurdistan Region,Anbar|SY Ghouta,Rojava,Golan Heights,Golan,Rif Dimashq|EG Sinai,Sinai Peninsula|ET Tigray,Ogaden
RU Chechnya,Dagestan,North Caucasus|GE Abkhazia,South Ossetia|MD Transnistria|CD Kivu,Ituri|CN Xinjiang,Tibet|EH Western Sahara
PK Waziristan,Balochistan,Baluchistan|NG Niger Delta|TH Deep South|PH Mindanao|TR Anatolia|ES Catalonia|GB Northern Ireland
CM Ambazonia
"""
REGIONS = {name: code for code, names in _table(_REGIONS).items() for name in names}
"""The code of the country that a region lies in by ISO 3166 (of several, the one that holds most of it), by name."""

_PROVINCES = """
SY-RA Raqqa,Raqa,Raqqah|SY-QU Quneitra|SY-HA Hasakah,Hasaka,Hasakeh,Hassakeh|SY-TA Tartus,Tartous|SY-SU Suwayda,Sweida,Suweida
IQ-NI Nineveh,Ninevah|IQ-AN Anbar|IQ-SD Saladin,Salahuddin,Salah al-Din,Salahaddin|IQ-AR Erbil,Irbil|IQ-DA Dohuk,Duhok
IQ-SU Sulaymaniyah,Sulaimaniya|IQ-BA Basra|IQ-NA Najaf|IQ-QA Qadisiyah|IQ-MU Muthanna
YE-HU Hodeidah,Hudaydah,Hodeida|YE-TA Taiz|YE-SD Saada|YE-SN Sanaa|YE-MA Marib|YE-AD Aden|YE-HD Hadramaut|YE-LA Lahj
YE-DA Dhale,Dhalea|YE-BA Bayda|YE-JA Jawf|EG-GZ Giza|EG-MN Minya|UA-23 Zaporizhzhia,Zaporizhia
UA-51 Odesa,Odessa|UA-56 Rivne|UA-48 Mykolaiv
"""
PROVINCES = {name.lower(): code for code, names in _table(_PROVINCES).items() for name in names}
"""The code by ISO 3166-2 of provinces that have another name there than in the news, by that, in small letters."""

_ABBREVIATED = """
US-AL Ala.|US-AZ Ariz.|US-AR Ark.|US-CA Calif.|US-CO Colo.|US-CT Conn.|US-DE Del.|US-FL Fla.|US-GA Ga.|US-IL Ill.|US-IN Ind.
US-KS Kan.|US-KY Ky.|US-LA La.|US-MD Md.|US-MA Mass.|US-MI Mich.|US-MN Minn.|US-MS Miss.|US-MO Mo.|US-MT Mont.|US-NE Neb.
US-NV Nev.|US-NH N.H.|US-NJ N.J.|US-NM N.M.|US-NY N.Y.|US-NC N.C.|US-ND N.D.|US-OK Okla.|US-OR Ore.|US-PA Pa.|US-RI R.I.
US-SC S.C.|US-SD S.D.|US-TN Tenn.|US-TX Tex.|US-VT Vt.|US-VA Va.|US-WA Wash.|US-WV W.Va.|US-WI Wis.|US-WY Wyo.|US-DC D.C.
"""
ABBREVIATED = {name: code for code, names in _table(_ABBREVIATED).items() for name in names}
"""The code by ISO 3166-2 of the states of the United States, by their names as newspapers shorten them."""

_HOME = """
AD AR AT AU BB BE BO BR BS BZ CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GT GY HN HR HU IE IS IT JM LI LT LU LV MC MT MX NI NL
NO NZ PA PE PL PT PY RO SE SI SK SM SV TT US UY VA VE
"""
OWN_SPELLING = frozenset(_HOME.split())
"""Countries whose names of places are written as they are spelt at home: a name that only resembles one is another's."""
