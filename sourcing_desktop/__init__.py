"""Sourcing Desktop: find goods on 1688 and Taobao by looking, and buy them from one cart."""

__version__ = "0.1.0"
