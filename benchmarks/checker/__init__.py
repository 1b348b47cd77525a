"""Planted defects and human translations: how much the rules see, and how often for nothing."""
