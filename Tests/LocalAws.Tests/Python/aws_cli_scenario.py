"""Runs a scenario with the AWS CLI: aws_cli_scenario.py FILE.

The commands run in one Python, which has the CLI as a package, because to start the CLI takes a second each time.
"""

import contextlib
import io
import json
import os
import re
import sys
import tempfile

import awscli
from awscli.clidriver import create_clidriver
from botocore import xform_name

import steps

VERSION = f"aws-cli {awscli.__version__}"
UNKNOWN = re.compile("invalid choice|Unknown options|Unknown parameter|valid min value", re.IGNORECASE)
ERROR = re.compile(r"An error occurred \((\w+)\) when calling the \w+ operation(?: \([^)]*\))?: (.*)", re.DOTALL)
COMMANDS = {"s3": "s3api"}
driver = create_clidriver()


def call(service, operation, input, step):
    with tempfile.TemporaryDirectory() as folder:
        command = [COMMANDS.get(service, service), xform_name(operation, "-")]
        if "Body" in input:
            command += ["--body", write(folder, "in", input.pop("Body"))]
        if (service, operation) == ("s3", "GetObject"):
            # Beside the name of a file for the object, the CLI does not take its input as JSON.
            command += [text for name, value in input.items() for text in ("--" + xform_name(name, "-"), value)]
            command.append(os.path.join(folder, "out"))
        else:
            command += ["--cli-input-json", json.dumps(input, default=blob)]
        # One call for one command: unless told, the CLI asks for page after page and puts them together.
        answer = execute(["--endpoint-url", os.environ["LOCALAWS_URL"], "--output", "json", "--no-paginate", *command])
        with contextlib.suppress(FileNotFoundError), open(os.path.join(folder, "out"), "rb") as file:
            answer["Body"] = file.read()
        return answer


def execute(command):
    out, error = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            code = driver.main(command)
        except SystemExit as exit:
            code = exit.code
    output, message = (stream.buffer.getvalue().decode().strip() for stream in (out, error))
    if code == 0:
        return json.loads(output) if output else {}
    if UNKNOWN.search(message):
        raise steps.Unknown(VERSION)
    match = ERROR.search(message)
    if match is None:
        raise RuntimeError(f"{' '.join(command)}: {message}")
    raise steps.Refused(*match.groups())


def blob(value):
    """Release 1 takes the bytes of a blob as they are, release 2 in base64."""
    return value.decode() if VERSION.startswith("aws-cli 1.") else steps.plain(value)


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


steps.run(sys.argv[1], call)
