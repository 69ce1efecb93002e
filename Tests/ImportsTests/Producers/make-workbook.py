"""Writes a software list with XlsxWriter, with what Calc does not write from a plain list: make-workbook.py FILE."""
import datetime
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
cover = book.add_worksheet("Deckblatt")
cover.write("A1", "Stand November")
sheet = book.add_worksheet("Software")
sheet.write("A1", "Softwareliste des Kreises")
sheet.write_row("A3", ["Hersteller", "Produkt", "Version", "Anzahl", "Installiert am", "Bemerkung"])
day = book.add_format({"num_format": "dd.mm.yyyy"})
bold = book.add_format({"bold": True})
for number in range(50):
    row = 3 + number
    sheet.write(row, 0, "Müller & Söhne")
    sheet.write(row, 1, f"Verfahren {number}")
    sheet.write_number(row, 2, 4.1)
    sheet.write_number(row, 3, number)
    sheet.write_datetime(row, 4, datetime.datetime(2026, 2, 3), day)
sheet.write_rich_string(60, 1, "Ri", bold, "ch", " text")
sheet.write_formula(60, 2, '=HYPERLINK("http://192.0.2.1/")', None, "9.9")
sheet.write(70, 1, "x" * 30_000)
book.close()
