namespace TriageBot.Language.Numbers;

internal enum Unit
{
    None,
    Degrees,
    Celsius,
    Fahrenheit,
}

/// <summary>Degrees of body temperature: which unit is meant, and whether a living patient can have it.</summary>
internal static class Degrees
{
    /// <summary>Bounds of what is taken for a reading, in °C and °F, inclusive: what a patient can have and survive.</summary>
    private const decimal LowestCelsius = 30m;
    private const decimal HighestCelsius = 45m;
    private const decimal LowestFahrenheit = 86m;
    private const decimal HighestFahrenheit = 113m;

    /// <summary>A number as a temperature: null where it is none; without a value where it is ambiguous or impossible.</summary>
    public static TemperatureMention? Read(decimal value, Unit unit, Span span)
    {
        var fahrenheit = unit == Unit.Fahrenheit || (unit != Unit.Celsius && value >= LowestFahrenheit);
        var celsius = fahrenheit ? ToCelsius(value) : Math.Round(value, 1, MidpointRounding.AwayFromZero);
        var possible = fahrenheit
            ? value is >= LowestFahrenheit and <= HighestFahrenheit
            : value is >= LowestCelsius and <= HighestCelsius;
        if (possible)
        {
            return new TemperatureMention(celsius, fahrenheit, span) { Value = value };
        }

        // Small numbers beside "fever" count days and pills; only what is near a reading is asked again.
        return unit is Unit.Celsius or Unit.Fahrenheit || LacksPoint(value) || value is >= 60 and <= 130
            ? new TemperatureMention(null, fahrenheit, span) { Value = value }
            : null;
    }

    /// <summary>"1015" for 101.5 and "385" for 38.5.</summary>
    public static bool LacksPoint(decimal value) =>
        value == decimal.Truncate(value) && value is (>= 900 and <= 1100) or (>= 340 and <= 430);

    /// <summary>True for what a thermometer shows of whoever is warmer than usual; ages and prices are seldom so.</summary>
    public static bool IsWarm(decimal value) => value is (>= 99 and < 108) or (> 37 and < 42);

    /// <summary>True for what a thermometer shows of the healthy, and of the feverish.</summary>
    public static bool IsUsual(decimal value) => value is (>= 96 and < 108) or (>= 35.5m and < 42);

    /// <summary>True for a decimal number in the range of thermometers for the body.</summary>
    public static bool LooksLikeReading(decimal value) => value is (>= 94 and < 110) or (>= 34 and < 43);

    /// <summary>To the tenth: 100.4 °F is 38.0 °C.</summary>
    private static decimal ToCelsius(decimal fahrenheit) =>
        Math.Round((fahrenheit - 32m) * 5m / 9m, 1, MidpointRounding.AwayFromZero);
}
