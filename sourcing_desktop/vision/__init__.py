"""Pictures to vectors and their nearest neighbours, with NumPy and Pillow; no Qt, no network."""

from sourcing_desktop.vision.gallery import Gallery, GalleryError
from sourcing_desktop.vision.subject import subjects
from sourcing_desktop.vision.windows import ENGINE, describe_gallery, describe_query

__all__ = ["ENGINE", "Gallery", "GalleryError", "describe_gallery", "describe_query", "subjects"]
