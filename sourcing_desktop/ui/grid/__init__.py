"""The one view for every list of offers: model, geometry, card and grid."""
