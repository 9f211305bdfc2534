namespace TriageBot.Protocols.Reading;

/// <summary>A value of a YAML document and the 1-based line that it begins in.</summary>
internal abstract record YamlValue(int Line)
{
    public sealed record Scalar(string Text, int Line) : YamlValue(Line);

    public sealed record List(List<YamlValue> Items, int Line) : YamlValue(Line);

    /// <param name="Pairs">In the order of the file, each with the line of its key.</param>
    public sealed record Map(List<Pair> Pairs, int Line) : YamlValue(Line)
    {
        public YamlValue? Find(string key)
        {
            foreach (var pair in Pairs)
            {
                if (pair.Key == key)
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    public sealed record Pair(string Key, int KeyLine, YamlValue Value);
}
