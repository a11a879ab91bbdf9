# fastcluster's hierarchies. Ward and single need no matrix of distances there; the other two do.
library(fastcluster)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "common.R"))
given <- data(1)
link <- given$words[1]

measure(function() {
  tree <- if (link %in% c("ward", "single")) hclust.vector(given$points, link) else hclust(dist(given$points), link)
  sprintf("sum of heights %.6f", sum(tree$height))
})
