# What the peers in R share: reading the points, timing a step as the table times ours, and printing the figures.
#
# A peer is called with [WORD...] FILE ROWS COLUMNS [ARGUMENT...]; FILE holds 64-bit floats, row by row. It prints one line of JSON.

ENOUGH <- 1
MOST <- 9

# The points (rows x columns) and the whole numbers that follow; the first words are the peer's own.
data <- function(words = 0) {
  given <- commandArgs(trailingOnly = TRUE)
  rows <- as.integer(given[words + 2])
  columns <- as.integer(given[words + 3])
  file <- file(given[words + 1], "rb")
  on.exit(close(file))
  points <- matrix(readBin(file, "double", rows * columns), ncol = columns, byrow = TRUE)
  list(points = points, arguments = as.integer(given[-seq_len(words + 3)]), words = given[seq_len(words)])
}

# Runs the step, again while it is short, and prints seconds, peak memory and what came out.
measure <- function(step) {
  times <- c()
  while (length(times) == 0 || (length(times) < MOST && sum(times) < ENOUGH)) {
    start <- proc.time()[["elapsed"]]
    now <- step()
    times <- c(times, max(proc.time()[["elapsed"]] - start, 1e-3))
    if (length(times) == 1) {
      result <- now
      peak <- peak_memory()
    }
  }
  cat(sprintf('{"seconds": %.6g, "first": %.6g, "peak": %.0f, "result": "%s"}\n', median(times), times[1], peak, result))
}

# Bytes; 0 where the system does not tell (the table then looks at the process itself).
peak_memory <- function() {
  if (!file.exists("/proc/self/status")) return(0)
  line <- grep("^VmHWM", readLines("/proc/self/status"), value = TRUE)
  if (length(line) == 0) 0 else as.numeric(gsub("[^0-9]", "", line)) * 1024
}
