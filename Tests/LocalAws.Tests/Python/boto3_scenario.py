"""Runs a scenario with boto3: boto3_scenario.py FILE."""

import itertools
import os
import sys

import boto3
from botocore import xform_name
from botocore.eventstream import EventStream
from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError, UnknownServiceError
from botocore.response import StreamingBody

import steps

VERSION = f"boto3 {boto3.__version__}"
clients = {}


def call(service, operation, input, step):
    method = getattr(client(service), xform_name(operation), None)
    if method is None:
        raise steps.Unknown(VERSION)
    try:
        return {name: read(value, step) for name, value in method(**input).items() if name != "ResponseMetadata"}
    except ClientError as error:
        raise steps.Refused(error.response["Error"]["Code"], error.response["Error"]["Message"])
    except ParamValidationError as error:
        if "Unknown parameter" in str(error) or "valid min value" in str(error):
            raise steps.Unknown(VERSION)
        raise
    except BotoCoreError as error:
        raise steps.Refused(type(error).__name__, str(error))


def client(service):
    if service not in clients:
        try:
            clients[service] = boto3.client(service, endpoint_url=os.environ["LOCALAWS_URL"])
        except UnknownServiceError:
            raise steps.Unknown(VERSION)
    return clients[service]


def read(value, step):
    if isinstance(value, StreamingBody):
        return value.read()
    if isinstance(value, EventStream):
        events = list(itertools.islice(value, step["take"]))
        value.close()
        return events
    return value


steps.run(sys.argv[1], call)
