"""Process knowledge and world knowledge: who and what can be named in a text, and who held which post when.

One YAML file describes one peace process; files in `data/_world` describe what belongs to no single process. Together
with the compact index of countries, peoples and cities they are compiled, language by language, into a `Gazetteer`.
"""
