"""Product pictures from URL to ready image: rendition, memory, disk, network, decode. No widgets."""
