"""YAML as a person means it: only "true" and "false" are truth values, so that "on", "no" and "yes" are words."""

import re

import yaml


class PlainLoader(yaml.CSafeLoader):
    """Safe loader without the truth values of YAML 1.1 that are words of a language; dates stay strings."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _LEFT_OUT]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    for _LEFT_OUT in [{"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}]
}
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
