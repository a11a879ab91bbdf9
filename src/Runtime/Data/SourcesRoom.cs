using System.Reflection;

namespace Runtime.Data;

/// <summary>The assembly of what needs libraries that most runs do without. It is loaded when something of it is asked for.</summary>
static class SourcesRoom
{
    const string Name = "Sources";

    /// <exception cref="Refusal">The assembly is not there: who uses this one alone may do without.</exception>
    public static T Make<T>(string type)
    {
        try
        {
            return (T)Activator.CreateInstance(Assembly.Load(Name).GetType($"{Name}.{type}", throwOnError: true)!, nonPublic: true)!;
        }
        catch (FileNotFoundException)
        {
            throw new Refusal($"What reads such files is not there: the assembly `{Name}`.", "Put it beside this program.");
        }
    }
}
