"""One module a script or orthography: how its letters read in the shared alphabet of sounds."""
