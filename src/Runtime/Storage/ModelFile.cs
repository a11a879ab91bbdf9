using System.Security.Cryptography;
using System.Text.Json;
using Runtime.Files;

namespace Runtime.Storage;

/// <summary>Fitted models as a file of JSON: `docs/models.md` says what stands in it.</summary>
public static class ModelFile
{
    /// <summary>Of the form of the file.</summary>
    public const int Form = 1;

    /// <summary>The name of the model that is built in, for examples.</summary>
    public const string Sample = "sample:sounds";

    const int MostBytes = 1 << 30, MostModels = 1000, MostKnown = 4;
    const string Restored = "Restored", Stored = "Stored", Suffix = "Model";

    static readonly Lazy<Dictionary<string, Type>> Kinds = new(() => typeof(Model).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Model)) && !t.IsAbstract && t.Name.EndsWith(Suffix, StringComparison.Ordinal))
        .ToDictionary(KindOf));

    /// <summary>What was read last, by the hash of its bytes.</summary>
    static readonly List<(byte[] Hash, SavedModel[] Models)> Known = [];

    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = PlainJson.Encoder };

    public static void Write(Stream stream, IReadOnlyList<SavedModel> models)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("pipe_models", Form);
        json.WriteStartArray("models");
        foreach (var saved in models)
        {
            json.WriteStartObject();
            Texts(json, "source", saved.Source);
            json.WriteStartArray("chain");
            foreach (var step in saved.Chain) if (step.Name != saved.Name) Write(json, step);
            json.WriteEndArray();
            json.WritePropertyName("model");
            Write(json, saved.Model);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Model model)
    {
        json.WriteStartObject();
        json.WriteString("name", model.Name);
        json.WriteString("kind", KindOf(model.GetType()));
        Texts(json, "inputs", model.Inputs);
        if (model is Projection projection) Texts(json, "outputs", projection.Outputs);
        json.WritePropertyName("values");
        if (model.GetType().GetProperty(Stored) is { } stored) StoredValue.Write(json, stored.GetValue(model));
        else
        {
            json.WriteStartObject();
            foreach (var (name, part) in StoredValue.Parts(model.GetType()).Skip(1))
            {
                json.WritePropertyName(name);
                StoredValue.Write(json, StoredValue.PropertyOf(model.GetType(), part).GetValue(model));
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <exception cref="Refusal">It is not there, or no file of models.</exception>
    public static IReadOnlyList<SavedModel> Read(InputFile file, Work work)
    {
        const string Hint = "Name a file that `save model` has written.";
        try
        {
            var bytes = file.Path == Sample ? BuiltIn() : RegularFile.Bytes(file.Path, file.Written, Hint, MostBytes);
            var hash = SHA256.HashData(bytes);
            return KnownAs(hash) ?? Kept(hash, bytes, file, work);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal($"There is no file `{file}`.", Hint);
        }
        // Whatever else a damaged file leads to: wrong kinds, lengths that do not fit, points that nothing can be fitted to.
        catch (Exception e) when (e is not (Refusal or OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            throw new Refusal($"`{file}` is no file of models, or a damaged one.", Hint);
        }
    }

    static SavedModel[]? KnownAs(byte[] hash)
    {
        lock (Known) return Known.Find(k => k.Hash.SequenceEqual(hash)).Models;
    }

    /// <summary>
    /// A check and the run after it read the same file, and a tree in it takes long to grow: nobody waits for it but who asked.
    /// </summary>
    static SavedModel[] Kept(byte[] hash, byte[] bytes, InputFile file, Work work)
    {
        using var json = JsonDocument.Parse(bytes);
        var models = Models(json.RootElement, file, work);
        lock (Known)
        {
            if (Known.Count == MostKnown) Known.RemoveAt(0);
            Known.Add((hash, models));
        }
        return models;
    }

    static byte[] BuiltIn()
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream("sounds.models.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static SavedModel[] Models(JsonElement json, InputFile file, Work work)
    {
        if (json.GetProperty("pipe_models").GetInt32() is var form and not Form)
            throw new Refusal($"`{file}` has form {form} of files of models; this `pipe` knows form {Form}.",
                "Use the `pipe` that wrote it.");
        var models = json.GetProperty("models");
        if (models.GetArrayLength() is < 1 or > MostModels) throw new FormatException("there are no models");
        try
        {
            return [.. models.EnumerateArray().Select(m => Saved(m, work))];
        }
        catch (KeyNotFoundException)
        {
            throw new Refusal($"A model in `{file}` lacks what this `pipe` keeps of it: another version wrote it, or it is damaged.",
                "Fit it again and `save model`, or use the `pipe` that wrote it.");
        }
    }

    static SavedModel Saved(JsonElement json, Work work)
    {
        var model = Model(json.GetProperty("model"), work);
        Projection[] chain = [.. json.GetProperty("chain").EnumerateArray().Select(m => (Projection)Model(m, work))];
        if (model is Projection last) chain = [.. chain, last];
        var source = Texts(json, "source");
        if (model is Clusterer clusterer) model = clusterer with { Source = source, Chain = [.. chain] };
        var saved = new SavedModel(model, source, [.. chain]);
        Hold(saved, work);
        return saved;
    }

    /// <summary>Each takes what the one before makes, and makes of a row what it says.</summary>
    static void Hold(SavedModel saved, Work work)
    {
        var (columns, rows) = (saved.Source, 1);
        foreach (var step in saved.Chain)
        {
            var made = step.Inputs.Equals(columns) ? step.Apply(Zeros(columns.Count), work) : null;
            if (made?.Columns != step.Outputs.Count || made.Rows != rows) throw new FormatException("the chain is broken");
            columns = step.Outputs;
        }
        if (saved.Model is Projection) return;
        if (!saved.Model.Inputs.Equals(columns)) throw new FormatException("the chain is broken");
        if (saved.Model is Clusterer clusterer && clusterer.Apply(Zeros(columns.Count), work).Labels.Length != rows)
            throw new FormatException("the model does not label");
    }

    static Matrix Zeros(int columns) => new([.. Enumerable.Range(0, columns).Select(_ => new double[1])], 1);

    static Model Model(JsonElement json, Work work)
    {
        var name = json.GetProperty("name").GetString() is { Length: > 0 } given ? given : throw new FormatException("a model has no name");
        var type = Kinds.Value[json.GetProperty("kind").GetString()!];
        var values = json.GetProperty("values");
        var model = (Model)(type.GetMethod(Restored) is { } restored
            ? restored.Invoke(null, [name, StoredValue.Read(values, type.GetProperty(Stored)!.PropertyType), work])!
            : StoredValue.Record(values, type, [name]));
        type.GetProperty(nameof(Runtime.Model.Inputs))!.SetValue(model, Texts(json, "inputs"));
        if (model is Projection) type.GetProperty(nameof(Projection.Outputs))!.SetValue(model, Texts(json, "outputs"));
        return model;
    }

    /// <summary><c>KMeansModel</c> is of the kind <c>k_means</c>.</summary>
    static string KindOf(Type model) => Signature.SnakeCase(model.Name[..^Suffix.Length]);

    static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    static ValueList<string> Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? throw new FormatException("a name is missing"))];
}
