namespace Runtime.Numerics.Density;

/// <summary>What one pass over the nearest neighbours leaves for the tree: core distances and the closest neighbours.</summary>
/// <param name="CoreSquares">Squared core distances of the points at their places; +∞ where a leaf's lane holds no point.</param>
/// <param name="Lists">Up to <paramref name="Kept"/> places of near neighbours for every point, nearest first, all within its core distance; −1 ends a list.</param>
/// <param name="Kept">Room in a list.</param>
sealed record Neighborhoods(AlignedNumbers CoreSquares, int[] Lists, int Kept);
