using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Protocols.Proofs;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads what stands at the head of a protocol: id, version, review; and the thresholds.</summary>
internal static class HeaderReader
{
    public static string Version(Node root)
    {
        var version = root.Text("version", ProtocolCode.MissingKey);
        if (version.Length > 0 && !Words.IsVersion(version))
        {
            root["version"].Report(ProtocolCode.WrongVersion, $"'{version}' is no version; write three numbers: 1.0.0");
        }

        return version;
    }

    public static Review Review(Node root)
    {
        var node = root["review"];
        if (!node.Exists)
        {
            root.Report(ProtocolCode.MissingKey, "'review' is missing; write review: and status: draft below it");
            return new Review(ReviewStatus.Draft, null, null, null);
        }

        node.ExpectMap("review", ProtocolCode.WrongValue);
        _ = node.Text("status", ProtocolCode.MissingKey);
        var review = new Review(
            Desk.Member(node["status"], ReviewStatus.Draft),
            node["reviewed-by"].Exists ? node["reviewed-by"].Scalar : null,
            Date(node["reviewed-on"]),
            Date(node["review-due"])
        );
        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        if (
            review
            is { Status: ReviewStatus.Approved }
                and not { ReviewedBy: not null, ReviewedOn: not null, ReviewDue: not null }
        )
        {
            node["status"]
                .Report(
                    ProtocolCode.UnsignedApproval,
                    "an approved protocol names reviewed-by:, reviewed-on: and review-due:; add them, or write draft"
                );
        }

        if (review.ReviewDue < review.ReviewedOn)
        {
            node["review-due"]
                .Report(ProtocolCode.ReviewDueTooEarly, "review-due lies before reviewed-on; correct one");
        }

        return review;
    }

    /// <summary>Reads <c>thresholds: { name: { value: 38.0, addition: … } }</c> of one file.</summary>
    public static void Thresholds(Node node, Desk desk)
    {
        if (!node.Exists || !node.ExpectMap("thresholds", ProtocolCode.WrongValue))
        {
            return;
        }

        foreach (var (name, threshold) in node.Entries)
        {
            desk.Claim(threshold, "threshold", name);
            if (!threshold.ExpectMap($"threshold '{name}'", ProtocolCode.WrongValue))
            {
                continue;
            }

            _ = threshold.Text("value", ProtocolCode.MissingKey);
            if (threshold["value"].Exists && threshold.Number("value", ProtocolCode.WrongValue) is { } value)
            {
                desk.Thresholds.TryAdd(name, value);
                CheckBounds(threshold, name, value);
            }

            _ = SourceReader.Read(threshold, $"threshold '{name}'", desk);
            threshold.RejectOtherKeys(ProtocolCode.UnknownKey);
        }
    }

    /// <summary>Low, raised and fever rise, whichever of them are there.</summary>
    public static void CheckOrder(Node root, Desk desk)
    {
        var named = ((string[])["low", "raised", "fever"]).Where(desk.Thresholds.ContainsKey).ToList();
        foreach (var (lower, higher) in named.Zip(named.Skip(1)))
        {
            if (desk.Thresholds[lower] >= desk.Thresholds[higher])
            {
                root.Report(
                    ProtocolCode.ThresholdOrder,
                    $"threshold '{lower}' is not below '{higher}'; correct one of them"
                );
            }
        }
    }

    /// <summary>The thresholds that code shares with the rules; each must be named.</summary>
    public static Thresholds Shared(Node root, Desk desk) =>
        new(
            Needed("fever", root, desk),
            (int)Needed("severe-pain", root, desk),
            (int)Needed("recent-hours", root, desk)
        )
        {
            StaleHours = (int)Needed("stale-hours", root, desk),
            SilenceMinutes = (int)Needed("silence-minutes", root, desk),
            EmergencyMinutes = (int)Needed("emergency-minutes", root, desk),
            ReadingSeconds = (int)Needed("reading-seconds", root, desk),
            Named = desk.Thresholds,
        };

    private static decimal Needed(string name, Node root, Desk desk)
    {
        if (!desk.Thresholds.TryGetValue(name, out var value))
        {
            root.Report(ProtocolCode.UnknownThreshold, $"threshold '{name}' is missing; write it under thresholds:");
        }

        return value;
    }

    private static void CheckBounds(Node threshold, string name, decimal value)
    {
        var bounds = Floor.Shipped.Thresholds.FirstOrDefault(bounds => bounds.Threshold == name);
        if (bounds is not null && (value < bounds.AtLeast || value > bounds.AtMost))
        {
            threshold["value"]
                .Report(
                    ProtocolCode.WrongValue,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"threshold '{name}' is {value}; write {bounds.AtLeast} to {bounds.AtMost}"
                    )
                );
        }
    }

    private static DateOnly? Date(Node node)
    {
        if (!node.Exists)
        {
            return null;
        }

        if (Words.TryDate(node.Scalar, out var date))
        {
            return date;
        }

        node.Report(ProtocolCode.WrongDate, $"'{node.Scalar}' is no date; write year, month and day: 2026-11-22");
        return null;
    }
}
