"""Runs the steps of a scenario with one client and prints every answer as one JSON object by the step's name.

A step names an operation ("kinesis.PutRecord") and its input ("with"):
- a string "$Step.Path.0.To" is taken from an earlier answer; "$Now" is the start of the run in milliseconds;
- a string "time:2026-01-01T00:00:00Z" is a time;
- a string "blob:text" is the text's bytes, "file:name" the text of a file beside the scenario.
"until" repeats the step until the answer has these values; "take" is how many events are read of an event stream.

Answers have bytes in base64 and times in ISO 8601. In place of the service's answer stands the error NoSuchAnswer,
where an earlier answer has not what the step needs, or "UnknownTo", where the client's release does not know the call.
"""

import base64
import datetime
import json
import os
import re
import sys
import time

ATTEMPTS = 150
PAUSE_SECONDS = 0.1


class Unknown(Exception):
    """This release of the client does not know the operation or one of its parameters."""


class Refused(Exception):
    """The service answered with an error, or with what the client cannot read."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def run(path, call):
    answers = {"Now": str(int(time.time() * 1000))}
    for step in load(path):
        service, operation = step["call"].split(".")
        answers[step.get("name", operation)] = attempt(step, service, operation, answers, call)
    json.dump(answers, sys.stdout, default=plain)


def load(path):
    def text(match):
        with open(os.path.join(os.path.dirname(path), match.group(1))) as file:
            return json.dumps(file.read())

    with open(path) as file:
        return json.loads(re.sub('"file:([^"]*)"', text, file.read()))


def attempt(step, service, operation, answers, call):
    for _ in range(ATTEMPTS):
        try:
            answer = call(service, operation, resolve(step.get("with", {}), answers), step)
        except Refused as error:
            answer = {"Error": {"Code": error.code, "Message": str(error)}}
        except Unknown as error:
            return {"UnknownTo": str(error)}
        until = step.get("until", {})
        if all(find(answer, path) == value for path, value in until.items()):
            return answer
        if "Error" in answer and "Error.Code" not in until:
            return answer
        time.sleep(PAUSE_SECONDS)
    return answer


def resolve(value, answers):
    if isinstance(value, dict):
        return {key: resolve(member, answers) for key, member in value.items()}
    if isinstance(value, list):
        return [resolve(member, answers) for member in value]
    if isinstance(value, str) and value.startswith("$"):
        found = find(answers, value[1:])
        if found is None:
            raise Refused("NoSuchAnswer", value)
        return found
    if isinstance(value, str) and value.startswith("blob:"):
        return value[len("blob:"):].encode()
    if isinstance(value, str) and value.startswith("time:"):
        return value[len("time:"):]
    return value


def find(value, path):
    for name in path.split("."):
        try:
            value = value[int(name)] if isinstance(value, list) else value.get(name)
        except IndexError:
            return None
        if value is None:
            return None
    return value


def plain(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(type(value))
