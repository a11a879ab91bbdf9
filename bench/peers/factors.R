# psych's factor analysis by maximum likelihood, without rotation. The last column is a labeling.
library(psych)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "common.R"))
given <- data()
x <- given$points[, -ncol(given$points)]

measure(function() {
  fit <- suppressWarnings(fa(x, nfactors = given$arguments[1], fm = "ml", rotate = "none", scores = "none"))
  sprintf("objective %.9f", fit$objective)
})
