"""Writes an SPDX 2.3 document with the library of SPDX itself: make-spdx.py FILE (.spdx.json or .spdx)."""
import datetime
import sys

from spdx_tools.spdx.model import (
    Actor, ActorType, CreationInfo, Document, ExternalPackageRef, ExternalPackageRefCategory, Package, Relationship,
    RelationshipType, SpdxNoAssertion,
)
from spdx_tools.spdx.writer.write_anything import write_file

when = datetime.datetime(2026, 11, 1)
creation = CreationInfo(
    "SPDX-2.3", "SPDXRef-DOCUMENT", "Fachverfahren Größe", "https://example.org/doc", [Actor(ActorType.TOOL, "test")], when
)
packages = [
    Package(
        spdx_id=f"SPDXRef-{number}", name=f"paket-{number}", version=f"{number}.0", download_location=SpdxNoAssertion(),
        supplier=Actor(ActorType.ORGANIZATION, "Müller GmbH", "mail@example.org"),
        external_references=[
            ExternalPackageRef(ExternalPackageRefCategory.PACKAGE_MANAGER, "purl", f"pkg:generic/paket@{number}")
        ],
        files_analyzed=False,
    )
    for number in range(40)
]
document = Document(creation, packages)
document.relationships = [
    Relationship("SPDXRef-DOCUMENT", RelationshipType.DESCRIBES, package.spdx_id) for package in packages
]
write_file(document, sys.argv[1])
