using TriageBot.Records.Model;

namespace TriageBot.Records.Storage;

/// <summary>Names of values as they stand in the database, without asking the type for them each time.</summary>
internal static class SqliteNames
{
    private static readonly string[] Directions = Enum.GetNames<ActivityDirection>();
    private static readonly string[] Deliveries = Enum.GetNames<DeliveryState>();
    private static readonly string[] Weights = Enum.GetNames<Weight>();

    public static string Of(ActivityDirection direction) => Directions[(int)direction];

    public static string Of(DeliveryState delivery) => Deliveries[(int)delivery];

    public static string? Of(Weight? weight) => weight is { } known ? Weights[(int)known] : null;
}
