using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TriageBot.Records.Model;

/// <summary>Times are stored as milliseconds since 1970 in UTC: they compare alike in every database.</summary>
internal sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored)
    );

internal sealed class WholeMilliseconds()
    : ValueConverter<TimeSpan, long>(
        span => span.Ticks / TimeSpan.TicksPerMillisecond,
        stored => TimeSpan.FromMilliseconds(stored)
    );
