"""Makes a good workbook worse: break-workbook.py FILE entity|bomb|no-book|damaged|no-end OUTPUT."""
import sys
import zipfile

path, way, output = sys.argv[1:]
with zipfile.ZipFile(path) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
    places = {item.filename: item.header_offset for item in archive.infolist()}
sheet = max(name for name in parts if name.startswith("xl/worksheets/sheet"))

if way in ("damaged", "no-end"):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    if way == "no-end":
        content = content[: len(content) * 3 // 5]
    else:
        # The header of an entry has 30 bytes and its name; the compressed text follows.
        start = places[sheet] + 30 + len(sheet) + 40
        content[start : start + 40] = bytes(byte ^ 0x55 for byte in content[start : start + 40])
    with open(output, "wb") as file:
        file.write(content)
else:
    if way == "entity":
        start = parts[sheet].index(b"<worksheet")
        parts[sheet] = parts[sheet][:start] + b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts[sheet][start:]
    elif way == "bomb":
        parts[sheet] = parts[sheet].replace(b"<sheetData>", b"<sheetData>" + b" " * 60_000_000)
    elif way == "no-book":
        del parts["xl/workbook.xml"]
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
