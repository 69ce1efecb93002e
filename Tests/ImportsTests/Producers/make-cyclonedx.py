"""Has cyclonedx-bom write what is in this Python environment: bom-VERSION.FORMAT for every version of both formats."""
import runpy
import sys

for form in ("json", "xml"):
    for version in ("1.4", "1.5", "1.6", "1.7"):
        sys.argv = ["cyclonedx-py", "environment", "--no-validate", "--of", form.upper(), "--sv", version]
        sys.argv += ["-o", f"bom-{version}.{form}"]
        try:
            runpy.run_module("cyclonedx_py", run_name="__main__", alter_sys=True)
        except SystemExit as end:
            if end.code:
                raise
