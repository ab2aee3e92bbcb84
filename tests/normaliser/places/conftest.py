"""A gazetteer of a few rows, so that the rules are tested apart from the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from calendar_app.normaliser.places import Gazetteer

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {
    "divisions.csv": """adcode,name,level,parent,short,aliases,lon,lat,source
110000,北京市,province,,北京,京,,,test
110101,东城区,district,110000,东城,,,,test
110102,西城区,district,110000,西城,,,,test
110105,朝阳区,district,110000,朝阳,,,,test
110111,房山区,district,110000,房山,,,,test
110115,大兴区,district,110000,大兴,,,,test
130000,河北省,province,,河北,,,,test
130600,保定市,city,130000,保定,,,,test
130684,高碑店市,district,130600,高碑店,,,,test
210000,辽宁省,province,,辽宁,,,,test
211300,朝阳市,city,210000,朝阳,,,,test
211302,双塔区,district,211300,双塔,,,,test
220000,吉林省,province,,吉林,,,,test
220100,长春市,city,220000,长春,,,,test
220104,朝阳区,district,220100,朝阳,,,,test
320000,江苏省,province,,江苏,,,,test
320100,南京市,city,320000,南京,,,,test
320106,鼓楼区,district,320100,鼓楼,,,,test
320300,徐州市,city,320000,徐州,,,,test
320302,鼓楼区,district,320300,鼓楼,,,,test
350000,福建省,province,,福建,,,,test
350100,福州市,city,350000,福州,,,,test
350102,鼓楼区,district,350100,鼓楼,,,,test
370000,山东省,province,,山东,,,,test
370100,济南市,city,370000,济南,,,,test
370103,市中区,district,370100,市中,,,,test
""",
    "townships.csv": """code,name,aliases,source
110105001,高碑店地区,高碑店乡,test
110105002,八里桥街道,,test
110111001,拱辰街道,,test
110111002,河北镇,,test
110115001,八里桥街道,,test
220104001,红旗街道,,test
320302001,丰镇,,test
350102001,辛丰镇,,test
""",
    "beijing_communities.csv": """code,name,township,source
110111001001,南关社区,110111001,test
110111002001,磁家务村,110111002,test
""",
    "beijing_venues.csv": """name,aliases,kind,adcode,township,inner,source
首都图书馆,首图,library,110105,,,test
京西大剧院,,theatre,110102,,曲艺厅|听涛轩,test
朝阳区文化馆,,culture,110105,,,test
南湖公园,,park,110105,,,test
拱辰书院,,bookshop,110111,拱辰街道,,test
""",
    "beijing_streets.csv": """name,adcode,source
晓月北街,110111,test
""",
    "china_venues.csv": """name,aliases,kind,adcode,township,inner,source
榕城大戏院,,theatre,350102,,,test
""",
    "former_divisions.csv": """name,adcode,note,source
崇文区,110101,joined 东城区,test
""",
}


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazetteer")
    for name, text in TABLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def small(tables: Path) -> Gazetteer:
    return Gazetteer.load(tables=tables)
