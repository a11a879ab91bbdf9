using System.Text;
using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>Names and titles that nobody bears, always the same for the same number.</summary>
static class InventedText
{
    static readonly string[] Onsets = ["B", "Br", "C", "Cal", "D", "Dr", "El", "F", "G", "Gal", "H", "Is", "J", "K", "Kor", "L", "M", "Mar",
        "N", "Or", "P", "Qu", "R", "S", "Sel", "St", "T", "Tr", "Ul", "V", "Ver", "W", "Y", "Z"];
    static readonly string[] Middles = ["a", "e", "i", "o", "u", "ae", "ai", "ea", "io", "ala", "ani", "ara", "eli", "emo", "ena", "era",
        "ile", "ina", "iri", "ola", "ona", "oru", "uma", "ura"];
    static readonly string[] Codas = ["", "l", "n", "r", "s", "th", "x", "ck", "den", "dro", "lis", "ma", "mir", "nel", "ng", "ra", "ric",
        "sha", "tan", "to", "va", "vik", "zen"];
    static readonly string[] Adjectives = ["Amber", "Blue", "Borrowed", "Broken", "Burning", "Cold", "Crooked", "Crystal", "Distant",
        "Early", "Electric", "Empty", "Endless", "Faded", "Final", "Frozen", "Gentle", "Golden", "Heavy", "Hidden", "Hollow", "Late",
        "Little", "Lonely", "Lost", "Midnight", "Morning", "Neon", "Northern", "Old", "Open", "Paper", "Quiet", "Restless", "Secret",
        "Silent", "Silver", "Slow", "Stolen", "Summer", "Sweet", "Velvet", "Wild", "Winter"];
    static readonly string[] Nouns = ["Anchor", "Avenue", "Bell", "Bird", "Bridge", "City", "Cloud", "Coast", "Dance", "Dream", "Echo",
        "Ember", "Eyes", "Fields", "Fire", "Forest", "Garden", "Ghost", "Harbour", "Heart", "Horizon", "House", "Island", "Lantern",
        "Letter", "Light", "Machine", "Mirror", "Moon", "Mountain", "Night", "Ocean", "Radio", "Rain", "River", "Road", "Room", "Shadow",
        "Signal", "Sky", "Snow", "Song", "Star", "Station", "Stone", "Storm", "Street", "Sun", "Tide", "Train", "Tree", "Valley", "Water",
        "Window", "Wires", "World"];
    static readonly string[] Links = ["and the", "in the", "of the", "under the", "without a", "for a", "beyond the", "to the"];

    /// <summary>One or two words like a person's or a band's name.</summary>
    public static void Name(RandomStream random, StringBuilder text)
    {
        Word(random, text.Clear());
        if (random.Next(4) > 0) Word(random, text.Append(' '));
    }

    /// <summary>Two to five words like the title of a song.</summary>
    public static void Title(RandomStream random, StringBuilder text)
    {
        text.Clear().Append(Pick(Adjectives, random)).Append(' ').Append(Pick(Nouns, random));
        if (random.Next(5) == 0) return;
        text.Append(' ').Append(Pick(Links, random)).Append(' ').Append(Pick(Adjectives, random)).Append(' ').Append(Pick(Nouns, random));
    }

    static void Word(RandomStream random, StringBuilder text)
    {
        text.Append(Pick(Onsets, random)).Append(Pick(Middles, random)).Append(Pick(Codas, random));
        if (random.Next(3) == 0) text.Append(Pick(Middles, random)).Append(Pick(Codas, random));
    }

    static string Pick(string[] words, RandomStream random) => words[random.Next(words.Length)];
}
