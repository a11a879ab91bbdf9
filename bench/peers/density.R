# What the package dbscan has of the same name: DBSCAN, the order of OPTICS, local outlier factors. It counts a point among its own
# neighbours in all three, so the factor is asked for one more.
library(dbscan)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "common.R"))
given <- data(1)
x <- given$points
a <- given$arguments

measure(switch(given$words[1],
  dbscan = function() sprintf("%d clusters", max(dbscan::dbscan(x, a[2] / 100, a[1], borderPoints = TRUE)$cluster)),
  optics = function() sprintf("an order of %d rows", length(dbscan::optics(x, minPts = a[1])$order)),
  lof = function() sprintf("mean factor %.6f", mean(dbscan::lof(x, minPts = a[1] + 1)))))
