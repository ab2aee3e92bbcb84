"""The steps that chains are made of, each from a coarser period to a finer one."""
