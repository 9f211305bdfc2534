using System.Text;
using Microsoft.EntityFrameworkCore;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;

namespace TriageBot.Records.Model;

/// <summary>The tables. Nothing here is peculiar to one database; each provider's migrations hang on a class below this.</summary>
public abstract class RecordsContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<AddressRow> Addresses => Set<AddressRow>();

    public DbSet<ActivityRow> Activities => Set<ActivityRow>();

    public DbSet<StateRow> States => Set<StateRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<ProtocolTextRow> ProtocolTexts => Set<ProtocolTextRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<PatientRow> Patients => Set<PatientRow>();

    public DbSet<PatientLinkRow> PatientLinks => Set<PatientLinkRow>();

    public DbSet<PatientTalkRow> PatientTalks => Set<PatientTalkRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<WholeMilliseconds>();
        configurationBuilder.Properties<ActivityDirection>().HaveConversion<string>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<string>();
        configurationBuilder.Properties<Weight>().HaveConversion<string>();
        configurationBuilder.Properties<CaseKind>().HaveConversion<string>();
        configurationBuilder.Properties<CaseStatus>().HaveConversion<string>();
        configurationBuilder.Properties<Route>().HaveConversion<string>();
        configurationBuilder.Properties<NoticeState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapConversations(modelBuilder);
        MapCases(modelBuilder);
        MapPatients(modelBuilder);
        modelBuilder.Entity<ProtocolTextRow>().ToTable("protocol_texts").HasKey(text => text.Hash);
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasIndex(entry => entry.CaseId);
        NameColumns(modelBuilder);
        foreach (var link in modelBuilder.Model.GetEntityTypes().SelectMany(table => table.GetForeignKeys()))
        {
            link.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private static void MapConversations(ModelBuilder model)
    {
        var conversations = model.Entity<ConversationRow>().ToTable("conversations");
        conversations.Property(row => row.Version).IsConcurrencyToken();

        var addresses = model.Entity<AddressRow>().ToTable("addresses");
        addresses
            .HasIndex(row => new
            {
                row.Door,
                row.ChannelId,
                row.ExternalConversationId,
                row.UserId,
            })
            .IsUnique();
        addresses.HasOne<ConversationRow>().WithMany().HasForeignKey(row => row.ConversationId);

        var activities = model.Entity<ActivityRow>().ToTable("activities");
        activities.HasKey(row => new { row.ConversationId, row.Sequence });
        activities.HasOne<ConversationRow>().WithMany().HasForeignKey(row => row.ConversationId);
        activities
            .HasIndex(row => new
            {
                row.ConversationId,
                row.Door,
                row.IdempotencyKey,
            })
            .IsUnique()
            .HasFilter("idempotency_key IS NOT NULL");
        activities.HasIndex(row => row.DueAt).HasFilter("delivery = 'Pending'");

        var states = model.Entity<StateRow>().ToTable("states");
        states.HasKey(row => new { row.ConversationId, row.Name });
        states.HasOne<ConversationRow>().WithMany().HasForeignKey(row => row.ConversationId);

        var timers = model.Entity<TimerRow>().ToTable("timers");
        timers.HasKey(row => new { row.ConversationId, row.Name });
        timers.HasOne<ConversationRow>().WithMany().HasForeignKey(row => row.ConversationId);
        timers.HasIndex(row => row.FiresAt);
    }

    private static void MapCases(ModelBuilder model)
    {
        var cases = model.Entity<CaseRow>().ToTable("cases");
        cases.HasOne<ConversationRow>().WithMany().HasForeignKey(row => row.ConversationId);
        cases.HasIndex(row => new { row.Status, row.Due });
        cases.HasIndex(row => row.FallsDueAt).HasFilter("due_told_at IS NULL AND status <> 'Closed'");

        var events = model.Entity<CaseEventRow>().ToTable("case_events");
        events.HasKey(row => new { row.CaseId, row.Sequence });
        events.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);

        var notices = model.Entity<NoticeRow>().ToTable("notices");
        notices.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId);
        notices.HasIndex(row => row.DueAt).HasFilter("state = 'Pending'");
    }

    private static void MapPatients(ModelBuilder model)
    {
        model.Entity<PatientRow>().ToTable("patients");

        var links = model.Entity<PatientLinkRow>().ToTable("patient_links");
        links.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);

        var talks = model.Entity<PatientTalkRow>().ToTable("patient_talks");
        talks.HasKey(row => row.ExternalConversationId);
        talks.HasOne<PatientRow>().WithMany().HasForeignKey(row => row.PatientId);
        talks.HasIndex(row => new { row.PatientId, row.StartedAt });
    }

    private static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(table => table.GetProperties()))
        {
            property.SetColumnName(Underscored(property.Name));
        }
    }

    private static string Underscored(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && result.Length > 0)
            {
                result.Append('_');
            }
            result.Append(char.ToLowerInvariant(letter));
        }
        return result.ToString();
    }
}
