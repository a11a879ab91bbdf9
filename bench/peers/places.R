# uwot's UMAP on all cores, whose result then depends on their number.
library(uwot)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "common.R"))
given <- data()

measure(function() {
  places <- umap(given$points, n_neighbors = given$arguments[1], min_dist = 0.1, n_threads = parallel::detectCores(),
    n_sgd_threads = parallel::detectCores())
  sprintf("%d places", nrow(places))
})
